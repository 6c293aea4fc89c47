#include "config.h"

#include "base/progress.h"

#include <assert.h>

#include "base/decimal.h"
#include "base/i18n.h"

enum { RATE_AFTER_MS = 500 };

bool progress_step(const struct progress *progress, const char *label, int64_t done, int64_t total,
	struct error *err)
{
	assert(done >= 0 && total >= 0);
	if (!progress || !progress->step || progress->step(progress->data, label, done, total))
		return true;
	return error_set(err, ERROR_CANCELLED, _("Stopped."));
}

void progress_end(const struct progress *progress)
{
	if (progress->end)
		progress->end(progress->data);
}

int64_t progress_elapsed(struct progress_phase *phase, const char *label, int64_t done,
	int64_t now_ms)
{
	if (!phase->label || (done > 0 && (phase->label != label || done < phase->done)))
		*phase = (struct progress_phase){label, now_ms, 0};
	phase->done = done > 0 ? done : phase->done;
	return now_ms - phase->started_ms;
}

static void add_count(struct strbuf *out, int64_t count)
{
	decimal_add_grouped(out, count, 0, false);
}

void progress_text(const char *label, int64_t done, int64_t total, int64_t elapsed_ms,
	struct strbuf *out)
{
	/* divided first where the product would not fit */
	const int64_t rate = elapsed_ms < RATE_AFTER_MS ? 0 :
		done > INT64_MAX / 1000 ? done / (elapsed_ms / 1000 + 1) : done * 1000 / elapsed_ms;

	assert(label);
	strbuf_addf(out, "%s  ", label);
	if (done <= 0) {
		strbuf_addf(out, _("%lld s"), (long long)(elapsed_ms / 1000));
		return;
	}
	add_count(out, done);
	if (total > 0) {
		strbuf_add_text(out, " / ");
		add_count(out, total);
	}
	if (rate <= 0)
		return;
	strbuf_add_text(out, "  ");
	add_count(out, rate);
	strbuf_add_text(out, _("/s"));
	if (total > done)
		strbuf_addf(out, _("  %lld s left"), (long long)((total - done) / rate + 1));
}
