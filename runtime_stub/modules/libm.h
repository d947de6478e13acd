// SPDX-License-Identifier: MIT
// The functions of the toolchain's libm that the module math and float powers call. They are
// declared here because a freestanding toolchain may lack the header although it has the library.
#ifndef FLASHFREEZE_MODULES_LIBM_H
#define FLASHFREEZE_MODULES_LIBM_H

double acos(double x);
double acosh(double x);
double asin(double x);
double asinh(double x);
double atan(double x);
double atan2(double y, double x);
double atanh(double x);
double cbrt(double x);
double cos(double x);
double cosh(double x);
double erf(double x);
double erfc(double x);
double exp(double x);
double exp2(double x);
double expm1(double x);
double lgamma(double x);
double log(double x);
double log10(double x);
double log1p(double x);
double log2(double x);
double pow(double x, double y);
double remainder(double x, double y);
double sin(double x);
double sinh(double x);
double sqrt(double x);
double tan(double x);
double tanh(double x);
double tgamma(double x);

#endif
