package good

func Good() string { return "good" }
