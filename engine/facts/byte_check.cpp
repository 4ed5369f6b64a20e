#include "engine/facts/byte_check.hpp"

#include "dsl-grammar/text_check.hpp"
#include "engine/facts/report.hpp"

namespace labourlex {

bool check_bytes(const Sources& sources, std::uint32_t source, std::size_t max_bytes, Diagnostics& diagnostics) {
    TextRules rules;
    rules.greatest_size = max_bytes;
    rules.tabs_may_indent = true;       // where YAML forbids them its parser says so
    rules.words_of_one_script = false;  // a job's text is free; a name in two scripts is an unknown name
    Diagnostics found;
    const bool readable = check_text(sources, source, rules, found);
    // Law texts may begin with a byte order mark; here it would shift every place that the YAML parser tells.
    if (readable && sources.text(source).substr(0, 3) == "\xEF\xBB\xBF") {
        found.report(Code::L0505, Span{source, 0, 3});
    }
    found.sort();
    append_first_mistakes(found, diagnostics);
    // A control character leaves a law text readable, but yaml-cpp takes U+0004 for the end of the text.
    return readable && !found.has_errors();
}

}  // namespace labourlex
