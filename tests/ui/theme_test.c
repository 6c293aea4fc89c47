/* The high contrast theme keeps what it promises: 4.5 to 1 (WCAG 2), computed from its colours. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/term/theme.h"

/* Of a colour of the xterm palette from 16 on. */
static void rgb_of(int colour, double rgb[3])
{
	static const int steps[] = {0, 95, 135, 175, 215, 255};

	assert_in_range(colour, 16, 255); /* the first 16 are as each terminal has them */
	for (int i = 0; i < 3; i++) {
		int value = colour >= 232 ? 8 + (colour - 232) * 10 :
			steps[(colour - 16) / (i == 0 ? 36 : i == 1 ? 6 : 1) % 6];

		rgb[i] = value / 255.0;
	}
}

/* x to the power of 2.4, without the mathematics library: the fifth root of x to the twelfth. */
static double power_2_4(double x)
{
	double twelfth = 1, root = 1;

	for (int i = 0; i < 12; i++)
		twelfth *= x;
	for (int i = 0; i < 200; i++)
		root -= (root * root * root * root * root - twelfth) / (5 * root * root * root * root);
	return root;
}

static double luminance(int colour)
{
	static const double weights[] = {0.2126, 0.7152, 0.0722};
	double rgb[3], sum = 0;

	rgb_of(colour, rgb);
	for (int i = 0; i < 3; i++) {
		double linear = rgb[i] <= 0.04045 ? rgb[i] / 12.92 :
			power_2_4((rgb[i] + 0.055) / 1.055);

		sum += weights[i] * linear;
	}
	return sum;
}

static double contrast(int a, int b)
{
	double bright = luminance(a) + 0.05, dark = luminance(b) + 0.05;

	return bright > dark ? bright / dark : dark / bright;
}

static void test_luminance(void **state)
{
	(void)state;
	assert_in_range((int)(contrast(16, 231) * 100 + 0.5), 2099, 2101);
	assert_in_range((int)(contrast(231, 196) * 100 + 0.5), 399, 401); /* white on pure red */
}

static void test_high_contrast(void **state)
{
	(void)state;
	for (int role = 0; role < THEME_COUNT; role++) {
		int foreground, background;
		double ratio;

		theme_colours(THEME_HIGH_CONTRAST, (enum theme_role)role, &foreground, &background);
		ratio = contrast(foreground, background);
		if (ratio < 4.5)
			fail_msg("role %d: %.2f to 1", role, ratio);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_luminance),
		cmocka_unit_test(test_high_contrast),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
