package dep

import "example.org/dep/internal/sub"

func Name() string { return "dep over " + sub.Name }
