package catalog

var roles = []Entry{
	{Key: "roles.opinion.not-asked",
		IT: "il parere del RPD non risulta richiesto",
		EN: "the data protection officer's opinion wasn't asked for"},
	{Key: "roles.opinion.not-given",
		IT: "la decisione è stata presa senza che il RPD avesse reso il parere",
		EN: "the decision was taken before the data protection officer gave an opinion"},
	{Key: "roles.opinion.late",
		IT: "il parere del RPD è del %s, dopo la decisione del %s",
		EN: "the data protection officer's opinion is of %s, after the decision of %s"},
	{Key: "roles.opinion.unresolved",
		IT: "non è detto se la decisione segue il parere del RPD o se ne discosta",
		EN: "it isn't said whether the decision follows the data protection officer's opinion or departs from it"},
	{Key: "roles.opinion.unreasoned",
		IT: "la decisione si discosta dal parere del RPD senza dire perché",
		EN: "the decision departs from the data protection officer's opinion without saying why"},
}
