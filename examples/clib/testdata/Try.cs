// Answers each line "name<TAB>input" of the standard input with a line. The library
// is found as libgdpr.so beside the program, or on LD_LIBRARY_PATH.
using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

static class Try
{
    [DllImport("gdpr")] static extern IntPtr gdpr_call(byte[] name, byte[] input);
    [DllImport("gdpr")] static extern void gdpr_free(IntPtr answer);

    // Texts are UTF-8, which a string of .NET isn't: bytes with a zero at the end.
    static byte[] Bytes(string text) { return Encoding.UTF8.GetBytes(text + "\0"); }

    static string Call(string name, string input)
    {
        IntPtr answer = gdpr_call(Bytes(name), Bytes(input));
        try
        {
            int length = 0;
            while (Marshal.ReadByte(answer, length) != 0) length++;
            byte[] bytes = new byte[length];
            Marshal.Copy(answer, bytes, 0, length);
            return Encoding.UTF8.GetString(bytes);
        }
        finally { gdpr_free(answer); }
    }

    static void Main()
    {
        UTF8Encoding utf8 = new UTF8Encoding(false);
        using (StreamReader input = new StreamReader(Console.OpenStandardInput(), utf8))
        using (StreamWriter output = new StreamWriter(Console.OpenStandardOutput(), utf8))
        {
            output.NewLine = "\n";
            string line;
            while ((line = input.ReadLine()) != null)
            {
                int tab = line.IndexOf('\t');
                output.WriteLine(Call(line.Substring(0, tab), line.Substring(tab + 1)));
            }
        }
    }
}
