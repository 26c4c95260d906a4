package catalog

var rights = []Entry{}
