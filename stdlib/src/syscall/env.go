package syscall

import "sync"

// The environment is read at first use, and is the program's own from then on.
var (
	envLock sync.RWMutex
	envList []string       // "key=value"; "" where one was deleted
	envAt   map[string]int // key to index in envList
)

// readEnv fills envList and envAt. REQUIRES: envLock is held for writing.
func readEnv() {
	if envAt != nil {
		return
	}
	envAt = make(map[string]int)
	for _, entry := range environment() {
		key, ok := keyOf(entry)
		if !ok {
			continue
		}
		if _, seen := envAt[key]; !seen { // the first one counts
			envAt[key] = len(envList)
			envList = append(envList, entry)
		}
	}
}

func keyOf(entry string) (key string, ok bool) {
	for i := 1; i < len(entry); i++ {
		if entry[i] == '=' {
			return entry[:i], true
		}
	}
	return "", false
}

// Getenv returns the value of a variable, and whether there is one.
func Getenv(key string) (value string, found bool) {
	envLock.Lock()
	defer envLock.Unlock()
	readEnv()
	i, ok := envAt[key]
	if !ok || key == "" {
		return "", false
	}
	return envList[i][len(key)+1:], true
}

// Setenv sets a variable.
func Setenv(key, value string) error {
	if key == "" {
		return EINVAL
	}
	for i := 0; i < len(key); i++ {
		if key[i] == '=' || key[i] == 0 {
			return EINVAL
		}
	}
	for i := 0; i < len(value); i++ {
		if value[i] == 0 {
			return EINVAL
		}
	}
	envLock.Lock()
	defer envLock.Unlock()
	readEnv()
	entry := key + "=" + value
	if i, ok := envAt[key]; ok {
		envList[i] = entry
	} else {
		envAt[key] = len(envList)
		envList = append(envList, entry)
	}
	return nil
}

// Unsetenv deletes a variable.
func Unsetenv(key string) error {
	envLock.Lock()
	defer envLock.Unlock()
	readEnv()
	if i, ok := envAt[key]; ok {
		envList[i] = ""
		delete(envAt, key)
	}
	return nil
}

// Clearenv deletes all variables.
func Clearenv() {
	envLock.Lock()
	defer envLock.Unlock()
	envAt = make(map[string]int)
	envList = nil
}

// Environ returns all variables as "key=value".
func Environ() []string {
	envLock.Lock()
	defer envLock.Unlock()
	readEnv()
	list := make([]string, 0, len(envAt))
	for _, entry := range envList {
		if entry != "" {
			list = append(list, entry)
		}
	}
	return list
}
