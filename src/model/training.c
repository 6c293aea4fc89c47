#include "config.h"

#include "model/training.h"

#include "base/i18n.h"

const struct choice training_forms[TRAINING_FORMS] = {
	[TRAINING_IN_PERSON] = {"in-person", N_("In person"), "対面\n集合\n会場\n集合研修"},
	[TRAINING_ONLINE] = {"online", N_("Online"), "オンライン\nWeb\nウェブ\nライブ配信"},
	[TRAINING_E_LEARNING] = {"e-learning", N_("E-learning"), "eラーニング\neラーニング研修\n動画"},
};

const struct choice training_audiences[TRAINING_AUDIENCES] = {
	[TRAINING_FOR_LEADERS] = {"leaders", N_("DX leaders"), "リーダー\nDX推進リーダー"},
	[TRAINING_FOR_HEADS] = {"heads", N_("Section heads"), "所属長\n管理職"},
	[TRAINING_FOR_EVERYONE] = {"everyone", N_("Everyone"), "全員\n全職員\n希望者"},
};
