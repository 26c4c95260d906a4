package catalog

var register = []Entry{}
