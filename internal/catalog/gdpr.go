package catalog

var gdpr = []Entry{
	{Key: "fault.range", IT: "fuori dai valori ammessi (%s)", EN: "outside the allowed values (%s)"},
	{Key: "fault.order", IT: "non può precedere %s", EN: "can't come before %s"},
	{Key: "fault.name", IT: "nome sconosciuto; validi: %s", EN: "unknown name; valid ones: %s"},
	{Key: "fault.syntax", IT: "forma non valida; attesa: %s", EN: "not of a valid form; expected: %s"},
	{Key: "fault.missing", IT: "manca, ed è necessario (%s)", EN: "is missing, and needed (%s)"},
	{Key: "fault.contradiction", IT: "in contraddizione con %s", EN: "contradicts %s"},
	{Key: "fault.duplicate", IT: "già usato da %s", EN: "already used by %s"},
	{Key: "fault.reference", IT: "rinvia a ciò che non c'è in %s", EN: "refers to what isn't in %s"},
	{Key: "fault.cycle", IT: "rinvia infine a sé stesso: %s", EN: "refers to itself in the end: %s"},

	{Key: "severity.advice", IT: "consiglio", EN: "advice"},
	{Key: "severity.warning", IT: "avviso", EN: "warning"},
	{Key: "severity.violation", IT: "violazione", EN: "violation"},

	{Key: "findings.none", IT: "nessun rilievo", EN: "no findings"},
	{Key: "findings.count", Count: 1, IT: "%d rilievi", ITOne: "%d rilievo", EN: "%d findings", ENOne: "%d finding"},

	{Key: "weekday.saturday", IT: "sabato", EN: "Saturday"},
	{Key: "weekday.sunday", IT: "domenica", EN: "Sunday"},

	{Key: "term.hours", Count: 1, IT: "%d ore", ITOne: "%d ora", EN: "%d hours", ENOne: "%d hour"},
	{Key: "term.days", Count: 1, IT: "%d giorni", ITOne: "%d giorno", EN: "%d days", ENOne: "%d day"},
	{Key: "term.working days", Count: 1, IT: "%d giorni lavorativi", ITOne: "%d giorno lavorativo", EN: "%d working days", ENOne: "%d working day"},
	{Key: "term.weeks", Count: 1, IT: "%d settimane", ITOne: "%d settimana", EN: "%d weeks", ENOne: "%d week"},
	{Key: "term.months", Count: 1, IT: "%d mesi", ITOne: "%d mese", EN: "%d months", ENOne: "%d month"},
	{Key: "term.years", Count: 1, IT: "%d anni", ITOne: "%d anno", EN: "%d years", ENOne: "%d year"},

	{Key: "step.clamped", IT: "termina l'ultimo giorno del mese, che non ha il giorno dell'evento", EN: "ends on the month's last day, since the month lacks the day of the event"},
	{Key: "step.rolled", IT: "il termine cade in giorno non lavorativo: passa al primo giorno lavorativo successivo", EN: "the last day isn't a working day: it moves to the next working day"},
	{Key: "step.two working days", IT: "prolungato per contenere almeno due giorni lavorativi", EN: "made longer to hold at least two working days"},
	{Key: "step.backwards", IT: "contato all'indietro: non si sposta", EN: "counted backwards: it doesn't move"},
	{Key: "step.paused", IT: "allungato dei giorni di sospensione", EN: "made longer by the days of the pauses"},
	{Key: "step.extended", IT: "prorogato", EN: "extended"},
}
