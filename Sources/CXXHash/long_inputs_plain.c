#include "long_inputs.h"

DEFINE(plain)
