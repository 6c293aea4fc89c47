/* romaji - Latin letters as typed for Japanese, turned into hiragana (Hepburn and Kunrei). */
#ifndef BASE_ROMAJI_H
#define BASE_ROMAJI_H

#include <stdbool.h>

#include "base/strbuf.h"

/* Appends the hiragana of text: gijiroku → ぎじろく, tyousa and chousa → ちょうさ, kekka → けっか,
 * shinya → しにゃ, shin'ya → しんや. Letters at the end that are not yet a syllable ("gij") are left
 * out, so that a search can follow each key; everything that is no letter stays. False when the
 * text holds letters that are no romaji (kintone): what was appended then is of no use. */
bool romaji_to_hiragana(const char *text, struct strbuf *out);

#endif
