/* file_network - which filesystems are network shares, where a WAL file must not lie. */
#include "config.h"

#include "base/file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>

#include "base/mem.h"

enum { FUSE_MAGIC = 0x65735546 };

static const uint32_t network_magics[] = {
	0x00006969, /* NFS */
	0x0000517B, /* SMB */
	0xFE534D42, /* SMB2 and later */
	0xFF534D42, /* CIFS */
	0x5346414F, /* AFS (OpenAFS) */
	0x6B414653, /* AFS (kernel) */
	0x73757245, /* Coda */
	0x0000564C, /* NCP */
	0x00C36400, /* Ceph */
	0x01161970, /* GFS2 */
	0x7461636F, /* OCFS2 */
	0x0BD00BD0, /* Lustre */
	0x47504653, /* GPFS */
};

static const char *const network_fuse_types[] = {
	"fuse.sshfs",
	"fuse.rclone",
	"fuse.glusterfs",
	"fuse.s3fs",
	"fuse.davfs",
	"fuse.smbnetfs",
	"fuse.ceph",
	"fuse.curlftpfs",
	"fuse.gvfsd-fuse",
};

bool file_type_is_network(uint32_t magic, const char *type)
{
	for (size_t i = 0; i < sizeof network_magics / sizeof network_magics[0]; i++)
		if (network_magics[i] == magic)
			return true;
	if (magic != FUSE_MAGIC || !type)
		return false;
	for (size_t i = 0; i < sizeof network_fuse_types / sizeof network_fuse_types[0]; i++)
		if (strcmp(network_fuse_types[i], type) == 0)
			return true;
	return false;
}

/* The type field of the mountinfo line of this device: "36 35 98:0 / /mnt rw - fuse.sshfs …";
 * "" when not found. */
static void mount_type(dev_t device, char type[64])
{
	FILE *mounts = fopen("/proc/self/mountinfo", "re");
	char *line = NULL;
	size_t size = 0;

	type[0] = '\0';
	while (mounts && !type[0] && getline(&line, &size, mounts) > 0) {
		unsigned major_number;
		unsigned minor_number;
		const char *dash = strstr(line, " - ");
		if (dash && sscanf(line, "%*d %*d %u:%u ", &major_number, &minor_number) == 2 &&
			makedev(major_number, minor_number) == device)
			sscanf(dash, " - %63s", type);
	}
	free(line);
	if (mounts)
		fclose(mounts);
}

bool file_on_network(const char *path)
{
	char *place = xstrdup(path);
	struct statfs system;
	struct stat status;
	char type[64];
	bool answer = false;

	/* A file that is yet to be made will lie where its folder lies: "a/b" in "a", "/a" in "/",
	 * "a" in ".". */
	while (stat(place, &status) != 0 && *place && strcmp(place, ".") != 0 &&
		strcmp(place, "/") != 0) {
		char *slash = strrchr(place, '/');

		if (!slash)
			*place = '.';
		*(slash && slash != place ? slash : place + 1) = '\0';
	}
	if (statfs(place, &system) == 0) {
		mount_type(status.st_dev, type);
		answer = file_type_is_network((uint32_t)system.f_type, type);
	}
	free(place);
	return answer;
}
