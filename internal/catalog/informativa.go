package catalog

var informativa = []Entry{}
