// Package audit is how a Comune shows that it complies: the audit of arts. 33 and
// 34 of its regulation, with phases, outcomes, report and corrective actions; and
// the monitoring of art. 35, nine matters in every office at least every six
// months.
//
//	last := audit.Audit{Officer: gdpr.Yes, Mapping: mapped, Points: points, Report: report}
//	findings := last.Check(today)
//
//	programme := audit.Programme{Start: start, Offices: offices, Checks: checks}
//	for cell, err := range programme.Coverage(today, audit.Policy{}, gdpr.Italy()) {
//		cell.State     // audit.Overdue
//		cell.Next.Safe // show this day to the clerk
//	}
//
// An audit looks at some offices and points, finds for each that it conforms,
// deserves a recommendation or doesn't conform, and says in a report what to
// correct. The first audit starts the monitoring: from then on each
// office's manager checks each matter that concerns it, and what fails gets new
// corrective actions, made with the data protection officer.
//
// # Disputed and unclear
//
//   - "At least every six months" counts from the last check of the same matter in
//     the same office, not from 1 January and 1 July: two checks at the ends of
//     two half-years could lie nearly a year apart. Who monitors by calendar
//     half-years is on time by this count too if each round takes place in the
//     same weeks.
//   - Due moves off Sundays and holidays as any Italian term does, and not off a
//     Saturday (c.c. 2963); Safe doesn't move.
//   - Art. 35(1) sends to arts. 24, 33 and 32 for video surveillance; the measures
//     are in 32, and the period of keeping in 15.
//   - Art. 35(3) has the managers review and replace measures with the officer: an
//     [Action] of the monitoring is held to that.
//   - The half-year, the phases and the means are the template's. Without it
//     ([Policy].Regime) the GDPR alone says that measures are tested regularly, and
//     the body's own figure holds.
//
// No pending change of the law that would touch these rules is known as of
// [gdpr.LawAsOf].
//
// # Terms
//
//	audit, rapporto di audit        Audit, Report
//	mappatura                       Mapping
//	non conformità                  NonConformity
//	azione correttiva               Action
//	monitoraggio semestrale         Programme, Check
//	ufficio, area                   Office
package audit
