<?php
// Answers each line "name<TAB>input" of the standard input with a line. PHP's FFI
// reads declarations, not the header: its directives are left out.
$lib = FFI::cdef('char *gdpr_call(char *name, char *input); void gdpr_free(char *answer);', $argv[1]);

// A string of PHP goes in as it is; what comes back is copied, and then freed.
function call(FFI $lib, string $name, string $input): string
{
    $answer = $lib->gdpr_call($name, $input);
    try {
        return FFI::string($answer);
    } finally {
        $lib->gdpr_free($answer);
    }
}

while (($line = fgets(STDIN)) !== false) {
    [$name, $input] = explode("\t", rtrim($line, "\n"), 2);
    echo call($lib, $name, $input), "\n";
}
