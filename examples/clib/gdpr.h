/*
 * gdpr.h: the rules of data protection of an Italian public body, called from C
 * and from what calls C. Texts are UTF-8 and end with a zero byte.
 *
 *	char *answer = gdpr_call("rights.timeline",
 *		"{\"request\": {\"right\": \"access\", \"received\": \"2026-11-08\"}, \"policy\": {\"regime\": \"public\"}}");
 *	puts(answer);
 *	gdpr_free(answer);
 *
 * All functions may be called from several threads at once. None reads a clock,
 * a file or the network.
 */
#ifndef GDPR_H
#define GDPR_H

#ifdef __cplusplus
extern "C" {
#endif

/*
 * gdpr_call returns the answer of the function of that name to an input, a JSON
 * object on one line. If the input is wrong it is a problem by RFC 9457, whose
 * "type" begins with "urn:gdpr:wire.problem.". It is never NULL; the caller frees
 * it with gdpr_free. A NULL input is an empty one.
 */
char *gdpr_call(char *name, char *input);

/* gdpr_functions returns the names, one a line; free it with gdpr_free. */
char *gdpr_functions(void);

/* gdpr_version is the version of names and fields; a program may refuse another. */
int gdpr_version(void);

/* gdpr_free frees what the others returned; NULL is fine. */
void gdpr_free(char *answer);

#ifdef __cplusplus
}
#endif

#endif
