// Any bytes whatever are read as a law file: nothing may crash, hang or be lost. What is read without fault must come
// back the same after formatting, and formatting it again must change nothing.
#include "dsl-grammar/formatter.hpp"
#include "dsl-grammar/parser.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace labourlex;

/// Every place must lie in the text, and every form of output must be able to say it.
void check_messages(const Sources& sources, Diagnostics& diagnostics) {
    for (const Diagnostic& each : diagnostics.all()) {
        const std::size_t size = sources.text(each.span.source).size();
        if (each.span.begin > each.span.end || each.span.end > size) std::abort();
    }
    diagnostics.sort();
    // One form a text, by its length: all four would make the fuzzer four times slower and no wiser.
    const std::size_t form = sources.text(0).size() % 4;
    if (render(diagnostics, sources, static_cast<DiagnosticFormat>(form)).empty()) std::abort();
}

[[noreturn]] void fail(const char* what, const std::string& text) {
    std::fprintf(stderr, "%s:\n%s\n", what, text.c_str());
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Sources sources;
    Diagnostics diagnostics;
    const std::uint32_t source = sources.add("fuzz.law", std::string(reinterpret_cast<const char*>(data), size));
    const syntax::File file = parse(sources, source, diagnostics);
    if (!diagnostics.empty()) check_messages(sources, diagnostics);
    if (!file.complete) {
        if (diagnostics.empty()) fail("incomplete without a word", std::string(sources.text(source)));
        return 0;
    }
    const std::string once = format(file);
    const std::uint32_t printed = sources.add("formatted.law", once);
    const syntax::File again = parse(sources, printed, diagnostics);
    if (!again.complete) fail("the formatted text is not read", once);
    if (!same_tree(file, again)) fail("the formatted text says something else", once);
    if (format(again) != once) fail("formatting twice differs from formatting once", once + "\n---\n" + format(again));
    return 0;
}
