/* Answers each line "name<TAB>input" of the standard input with a line. */
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include "gdpr.h"

int main(void) {
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	while ((n = getline(&line, &room, stdin)) > 0) {
		line[strcspn(line, "\n")] = 0;
		char *tab = strchr(line, '\t');
		if (tab == NULL) return 2;
		*tab = 0;
		char *answer = gdpr_call(line, tab + 1);
		printf("%s\n", answer);
		gdpr_free(answer);
	}
	free(line);
	return gdpr_version() > 0 ? 0 : 1;
}
