/* renderers - what stands behind render_table(), one a format; private to src/exchange/. */
#ifndef EXCHANGE_RENDERERS_H
#define EXCHANGE_RENDERERS_H

#include "exchange/render.h"

bool render_text(const struct table *table, const struct render_options *options, FILE *stream,
	struct error *err);
bool render_csv(const struct table *table, const struct render_options *options, FILE *stream,
	struct error *err);
bool render_json(const struct table *table, const struct render_options *options, FILE *stream,
	struct error *err);

/* Only where the build has them. */
bool render_xlsx(const struct table *table, const struct render_options *options, FILE *stream,
	struct error *err);
bool render_pdf(const struct table *table, const struct render_options *options, FILE *stream,
	struct error *err);

/* Flushes; false with errno's reason when anything written so far was lost. */
bool render_flush(FILE *stream, struct error *err);

#endif
