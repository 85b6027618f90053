# By folder and by import path.
hood test ./good example.com/tree/none
