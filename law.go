package gdpr

import (
	"time"

	"github.com/rickb777/date/v2"
)

// LawAsOf is the day up to which the law in this library was read. What was
// published later is not in it; what was pending on that day, and which rule it
// would change, is told in the doc of that rule and in the package's.
func LawAsOf() date.Date { return dayOf(2026, time.November, 29) }
