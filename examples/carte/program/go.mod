module github.com/b58db29f/gdpr/examples/carte/program

go 1.25.0

replace github.com/b58db29f/gdpr => ../../..

require (
	github.com/b58db29f/gdpr v0.0.0
	github.com/boombuler/barcode v1.1.0
	github.com/gomutex/godocx v0.1.6-0.20250811222946-aefd2d814cd1
	github.com/rickb777/date/v2 v2.1.8
	github.com/stretchr/testify v1.11.1
	github.com/yuin/goldmark v1.8.7
	golang.org/x/text v0.38.0
)

require (
	github.com/davecgh/go-spew v1.1.1 // indirect
	github.com/govalues/decimal v0.1.36 // indirect
	github.com/pmezard/go-difflib v1.0.0 // indirect
	github.com/rickb777/period v1.0.9 // indirect
	github.com/rickb777/plural v1.4.2 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)
