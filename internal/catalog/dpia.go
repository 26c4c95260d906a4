package catalog

var dpia = []Entry{}
