/* training - what courses are: their form and their audience (domain.md §1, §6). */
#ifndef MODEL_TRAINING_H
#define MODEL_TRAINING_H

#include "model/choice.h"

enum training_form { TRAINING_IN_PERSON /* 対面 */, TRAINING_ONLINE, TRAINING_E_LEARNING,
	TRAINING_FORMS };
extern const struct choice training_forms[TRAINING_FORMS];

enum training_audience { TRAINING_FOR_LEADERS, TRAINING_FOR_HEADS, TRAINING_FOR_EVERYONE,
	TRAINING_AUDIENCES };
extern const struct choice training_audiences[TRAINING_AUDIENCES];

#endif
