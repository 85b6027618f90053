// Which build of hood this is: what compiled packages are made for.
#pragma once

#include <string>

namespace hood::cli {

std::string buildId();

}  // namespace hood::cli
