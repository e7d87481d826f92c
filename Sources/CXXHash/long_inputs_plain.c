#include "CXXHash.h"

DEFINE(plain)
