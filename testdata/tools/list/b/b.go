package b

import _ "example.com/list/b/inner"

const B = 1
