import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jdk.incubator.foreign.CLinker;
import jdk.incubator.foreign.FunctionDescriptor;
import jdk.incubator.foreign.MemoryAddress;
import jdk.incubator.foreign.ResourceScope;
import jdk.incubator.foreign.SymbolLookup;

/**
 * Answers each line "name, tab, input" of the standard input with a line, by the
 * foreign functions of Java 17 (an incubator there; final, with other names, in 22).
 */
final class Try {
    private static final MethodType CALL = MethodType.methodType(MemoryAddress.class, MemoryAddress.class, MemoryAddress.class);
    private final MethodHandle call;
    private final MethodHandle free;

    private Try(String library) {
        System.load(Path.of(library).toAbsolutePath().toString());
        var linker = CLinker.getInstance();
        var lookup = SymbolLookup.loaderLookup();
        call = linker.downcallHandle(lookup.lookup("gdpr_call").orElseThrow(), CALL,
                FunctionDescriptor.of(CLinker.C_POINTER, CLinker.C_POINTER, CLinker.C_POINTER));
        free = linker.downcallHandle(lookup.lookup("gdpr_free").orElseThrow(), MethodType.methodType(void.class, MemoryAddress.class),
                FunctionDescriptor.ofVoid(CLinker.C_POINTER));
    }

    private String call(String name, String input) throws Throwable {
        try (var scope = ResourceScope.newConfinedScope()) {
            var answer = (MemoryAddress) call.invoke(CLinker.toCString(name, scope).address(), CLinker.toCString(input, scope).address());
            try {
                return CLinker.toJavaString(answer);
            } finally {
                free.invoke(answer);
            }
        }
    }

    public static void main(String[] args) throws Throwable {
        var gdpr = new Try(args[0]);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line; (line = in.readLine()) != null;) {
            int tab = line.indexOf('\t');
            out.print(gdpr.call(line.substring(0, tab), line.substring(tab + 1)) + "\n");
        }
        out.flush();
    }
}
