// Package effect has the days from which acts have effect that more than one
// package asks.
package effect

import (
	"time"

	"github.com/rickb777/date/v2"
)

// AI returns the first day of L. 132/2025 on artificial intelligence.
func AI() date.Date { return date.New(2025, time.October, 10) }
