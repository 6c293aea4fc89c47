#!/bin/sh
# The figures by a second hand: a program that shares no code with this one makes up bodies, has them imported
# and computes every table anew from the database (tests/audit/audit.am). Always the same bodies, as many as
# most of a minute allows; `make audit` makes others for an hour.
set -u
: "${URANIWA:?run the tests with make check}" "${abs_builddir:?}"
command -v unzip >/dev/null || echo 'no unzip: workbooks are not read back'
command -v pdftotext >/dev/null || echo 'no pdftotext: papers are not read back'
exec "$abs_builddir/tests/audit/audit" --seconds "${AUDIT_SECONDS:-45}"
