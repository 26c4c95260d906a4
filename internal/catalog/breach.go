package catalog

var breach = []Entry{}
