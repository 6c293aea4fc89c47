#include "config.h"

#include "cli/import_files.h"

#include <stdio.h>

#include "base/i18n.h"

bool import_unfold(struct options *words, struct folder_files *files, struct error *err)
{
	struct options unfolded = {0};
	bool read = true;

	for (size_t i = 0; i < words->operands.count && read; i++) {
		const char *const name = words->operands.items[i];
		size_t at = files->sheets.count;
		const bool folder = i > 0 && folder_is_one(name);

		if (!folder)
			*vec_add(&unfolded.operands) = name;
		else if (!folder_read(name, files, err))
			read = false;
		else if (at == files->sheets.count)
			read = error_set(err, ERROR_DATA,
				_("%s holds no sheet: no workbook (.xlsx, .ods) and no CSV file."), name);
		for (; at < files->sheets.count; at++)
			*vec_add(&unfolded.operands) = files->sheets.items[at];
	}
	for (size_t i = 0; read && i < files->others.count; i++)
		fprintf(stderr, _("%s is no sheet and was passed over.\n"), files->others.items[i]);
	vec_free(&words->operands);
	words->operands = unfolded.operands;
	return read;
}
