BEGIN { print "/* placeholder */" }
