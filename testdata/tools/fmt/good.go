package messy

func fine() {}
