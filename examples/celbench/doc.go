// Package celbench compares one rule of package dpia, two of the regulation's
// six indices, with the same rule as a CEL program. It is a module of its own so
// that the library doesn't depend on CEL.
//
//	go test -v -bench . .
//
// The screening does more in its time than the program that it is compared
// with: the triggers, the Garante's list, the nine criteria and three values of
// each fact.
package celbench
