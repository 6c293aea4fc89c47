/* body_nasty - what no file can say, by SQL: as another program might leave a database. */
#include "body.h"

const char *body_nasty(struct body *body)
{
	struct chance *const chance = body->chance;
	struct text sql = {0};

	text_print(body->pool, &sql, "BEGIN;");
	for (int64_t n = chance_from(chance, 1, 6); n > 0; n--) {
		const long long id = (long long)chance_from(chance, 1, body->projects);

		switch (chance_from(chance, 0, 8)) {
		case 0:
			text_print(body->pool, &sql, "UPDATE project SET exclusion = 'confirmed' WHERE id = %lld;", id);
			break;
		case 1:
			text_print(body->pool, &sql, "UPDATE project SET problem_type = '' WHERE id = %lld;", id);
			break;
		case 2:
			text_print(body->pool, &sql, "UPDATE project SET status = 'completed' WHERE id = %lld;", id);
			break;
		case 3: /* at the limit, beside whatever other lines there are: only the whole is judged */
			text_print(body->pool, &sql, "UPDATE effect_line SET kind = 'direct', direct_before_in_year = -1, "
				"direct_before_full_year = -1, direct_in_year = "
				"%lld, direct_full_year = %lld WHERE project_id = %lld AND line = %lld;",
				chance_of(chance, 50) ? 60000000000LL : -60000000000LL, 60000000000LL, id,
				(long long)chance_from(chance, 1, 3));
			break;
		case 4: /* beyond it: left out, named */
			text_print(body->pool, &sql, "UPDATE effect_line SET kind = 'direct', direct_before_in_year = -1, "
				"direct_before_full_year = -1, direct_in_year = "
				"60000000001, direct_full_year = 9000000000000000000 WHERE project_id = %lld "
				"AND line = 1;", id);
			break;
		case 6: /* by some rule */
		case 7:
			text_print(body->pool, &sql, "UPDATE project SET exclusion = '%s', exclusion_rule = (SELECT id "
				"FROM exclusion_rule ORDER BY id DESC LIMIT 1 OFFSET %d) WHERE id = %lld;",
				chance_of(chance, 50) ? "confirmed" : "cleared", (int)chance_from(chance, 0, 3), id);
			break;
		case 5: /* work at its limit: of several lines, more than can be where all of them know it */
			text_print(body->pool, &sql, "UPDATE effect_line SET kind = 'direct', direct_before_in_year = "
				"60000000000 + direct_in_year %% 2, direct_before_full_year = 60000000000, "
				"direct_in_year = ABS(direct_in_year), direct_full_year = ABS(direct_full_year) "
				"WHERE project_id = %lld;", id);
			break;
		default:
			text_print(body->pool, &sql, "UPDATE project SET tools = '', replicable = 1 - replicable "
				"WHERE id = %lld;", id);
			break;
		}
	}
	text_print(body->pool, &sql, "COMMIT;");
	return sql.bytes;
}
