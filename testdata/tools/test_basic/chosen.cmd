# -run chooses by level, -short and -count reach the tests.
hood test -v -run 'Table/two|Outside|ExampleAdd$' . &&
hood test -v -short -count=2 -run Skip . &&
hood test -run Nothing . &&
hood test -list 'Add|Out' .
