//go:build !desks

package functions

var table = sorted(
	desks(), root(), rightsFunctions(), breachFunctions(), dpiaFunctions(), registerFunctions(), retentionFunctions(),
	securityFunctions(), auditFunctions(), transparencyFunctions(), pdndFunctions(), rolesFunctions(),
	informativaFunctions(), regolamentoFunctions(),
)
