// YAML from yaml-cpp's parser events. A loaded node tree would follow aliases (a few hundred bytes can stand for
// gigabytes) and forget where each value stood.
//
// What yaml-cpp does not tell is taken from the bytes: an event carries only the place where a value begins, so the end
// is found by looking at the text; and a tag written as a lone `!` looks like quotes to its listener.
#include "engine/facts/job_formats.hpp"
#include "engine/facts/report.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>
#include <utility>

namespace labourlex {

namespace {

/// Thrown through yaml-cpp to stop it; the reason was reported.
struct Stop {};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Everything that some YAML reader takes for a number counts as one, also where jobs do not state numbers so (`1e3`,
/// `.inf`): it is rejected as a bad number then, never taken for a text.
bool looks_like_number(std::string_view text) {
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
    if (text == ".inf" || text == ".Inf" || text == ".INF" || text == ".nan" || text == ".NaN" || text == ".NAN") {
        return true;
    }
    if (text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'o')) {
        const std::string_view allowed = text[1] == 'x' ? "0123456789abcdefABCDEF" : "01234567";
        return text.find_first_not_of(allowed, 2) == std::string_view::npos;
    }
    std::size_t at = 0;
    std::size_t digits = 0;
    for (; at < text.size() && is_digit(text[at]); ++at) ++digits;
    if (at < text.size() && text[at] == '.') {
        for (++at; at < text.size() && is_digit(text[at]); ++at) ++digits;
    }
    if (digits == 0) return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
        const std::size_t exponent = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        if (at == exponent) return false;
    }
    return at == text.size();
}

TextNode::Kind kind_of_unquoted(std::string_view text) {
    if (text == "true" || text == "false" || text == "yes" || text == "no") return TextNode::Kind::boolean;
    return looks_like_number(text) ? TextNode::Kind::number : TextNode::Kind::text;
}

class YamlListener final : public YAML::EventHandler {
public:
    YamlListener(std::string_view text, std::uint32_t source, TextTreeBuilder& builder, Diagnostics& diagnostics)
        : text_(text), source_(source), builder_(builder), diagnostics_(diagnostics) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (documents_++ > 0) {
            diagnostics_.report(Code::L0510, point(offset(mark)));
            throw Stop{};
        }
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
        const std::uint32_t begin = offset(mark);
        const std::string_view rest = text_.substr(begin);
        const std::uint32_t length = rest.substr(0, 1) == "~" ? 1 : lower(rest.substr(0, 4)) == "null" ? 4 : 0;
        // An absent value is placed by yaml-cpp at whatever follows; it belongs after its name.
        const TextNode* name = builder_.current_name();
        if (name) check_colon(*name);
        const Span span = length == 0 && name ? point(name->span.end) : Span{source_, begin, begin + length};
        go_on(builder_.scalar(TextNode::Kind::null, span, std::string(text_.substr(span.begin, span.end - span.begin)),
                              true));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { refuse(Code::L0516, offset(mark)); }

    void OnAnchor(const YAML::Mark& mark, const std::string& /*name*/) override {
        // The mark is that of the value's first property, which may be a tag.
        const std::size_t anchor = text_.find('&', offset(mark));
        refuse(Code::L0515, anchor == std::string_view::npos ? offset(mark) : static_cast<std::uint32_t>(anchor));
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                  const std::string& value) override {
        check_tag(mark, tag);
        if (value.find('\0') != std::string::npos) {  // written as an escape
            diagnostics_.report(Code::L0002, point(offset(mark)), {std::to_string(offset(mark))});
            throw Stop{};
        }
        const bool unquoted = tag == "?";
        const Span span{source_, offset(mark), scalar_end(offset(mark), value, !unquoted)};
        go_on(builder_.scalar(unquoted ? kind_of_unquoted(value) : TextNode::Kind::text, span, value, unquoted));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                         YAML::EmitterStyle::value /*style*/) override {
        check_tag(mark, tag);
        go_on(builder_.begin(TextNode::Kind::sequence, offset(mark)));
    }
    void OnSequenceEnd() override { go_on(builder_.end(level_end())); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                    YAML::EmitterStyle::value /*style*/) override {
        check_tag(mark, tag);
        go_on(builder_.begin(TextNode::Kind::mapping, offset(mark)));
    }
    void OnMapEnd() override { go_on(builder_.end(level_end())); }

    /// What yaml-cpp itself found wrong.
    void report(const YAML::Exception& exception) {
        const std::uint32_t begin = offset(exception.mark);
        // An alias to nothing is refused by yaml-cpp before it is told as an event.
        if (exception.msg.rfind("the referenced anchor is not defined", 0) == 0) {
            diagnostics_.report(Code::L0516, property(begin), {word(begin)});
            return;
        }
        if (exception.msg.rfind("bad file", 0) == 0) {  // its own guard against depth
            diagnostics_.report(Code::L0509, point(begin), {std::to_string(max_job_nesting)});
            return;
        }
        const bool no_end = exception.msg.find("flow not found") != std::string::npos ||
                            text_.find_first_not_of(" \t\r\n", begin) == std::string_view::npos;
        if (no_end && report_open_bracket()) return;
        diagnostics_.report(Code::L0507, point(begin), {exception.msg});
    }

private:
    [[nodiscard]] std::uint32_t offset(const YAML::Mark& mark) const {
        if (mark.pos < 0) return 0;
        return static_cast<std::uint32_t>(std::min(static_cast<std::size_t>(mark.pos), text_.size()));
    }
    [[nodiscard]] Span point(std::uint32_t at) const { return {source_, at, at}; }

    static std::string lower(std::string_view text) {
        std::string result(text);
        for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return result;
    }

    /// The bytes from `begin` to the next white space: an anchor, alias or tag with its sign.
    [[nodiscard]] Span property(std::uint32_t begin) const {
        const std::size_t end = std::min(text_.find_first_of(" \t\r\n,]}", begin), text_.size());
        return {source_, begin, static_cast<std::uint32_t>(end)};
    }
    [[nodiscard]] std::string word(std::uint32_t begin) const {
        const Span span = property(begin);
        return shown(std::string(text_.substr(span.begin, span.end - span.begin)));
    }

    [[noreturn]] void refuse(Code code, std::uint32_t begin) {
        diagnostics_.report(code, property(begin), {word(begin)});
        throw Stop{};
    }

    void check_tag(const YAML::Mark& mark, const std::string& tag) {
        const std::uint32_t begin = offset(mark);
        const bool written = begin < text_.size() && text_[begin] == '!';
        if (written || (!tag.empty() && tag != "?" && tag != "!")) refuse(Code::L0517, begin);
    }

    static void go_on(bool built) {
        if (!built) throw Stop{};
    }

    /// yaml-cpp reads a lone `name` as a name with an empty value, which here would state that nothing is known.
    void check_colon(const TextNode& name) const {
        const std::size_t next = text_.find_first_not_of(" \t\r\n", name.span.end);
        if (next != std::string_view::npos && text_[next] == ':') return;
        // In an unfinished list yaml-cpp takes the last value for a name.
        if (next == std::string_view::npos && report_open_bracket()) throw Stop{};
        diagnostics_.report(Code::L0501, name.span, {shown(name.scalar)});
        throw Stop{};
    }

    bool report_open_bracket() const {
        const auto begin = builder_.open_bracket(text_);
        if (begin) diagnostics_.report(Code::L0503, Span{source_, *begin, *begin + 1});
        return begin.has_value();
    }

    /// After the closing bracket of the innermost list or mapping, or after its last value where it has no brackets.
    [[nodiscard]] std::uint32_t level_end() const {
        const Span level = builder_.innermost();
        const char bracket = level.begin < text_.size() ? text_[level.begin] : ' ';
        if (bracket != '[' && bracket != '{') return level.end;
        const std::size_t next = text_.find_first_not_of(" \t\r\n,", level.end);
        const bool closes = next != std::string_view::npos && text_[next] == (bracket == '[' ? ']' : '}');
        return closes ? static_cast<std::uint32_t>(next + 1) : level.end;
    }

    [[nodiscard]] std::uint32_t scalar_end(std::uint32_t begin, const std::string& value, bool quoted) const {
        const std::string_view rest = text_.substr(begin);
        if (!quoted && rest.substr(0, value.size()) == value) {
            return begin + static_cast<std::uint32_t>(value.size());
        }
        if (quoted && !rest.empty() && (rest[0] == '"' || rest[0] == '\'')) {
            const char quote = rest[0];
            for (std::size_t i = 1; i < rest.size(); ++i) {
                if (quote == '"' && rest[i] == '\\') {
                    ++i;
                } else if (rest[i] == quote) {
                    if (quote == '"' || rest.substr(i + 1, 1) != "'") return begin + static_cast<std::uint32_t>(i + 1);
                    ++i;
                }
            }
            // yaml-cpp takes the end of the text for the end of the quote.
            diagnostics_.report(Code::L0502, Span{source_, begin, begin + 1});
            throw Stop{};
        }
        // A block or a text over several lines: its first line shows where it is.
        return begin + static_cast<std::uint32_t>(std::min(rest.find_first_of("\r\n"), rest.size()));
    }

    std::string_view text_;
    std::uint32_t source_;
    TextTreeBuilder& builder_;
    Diagnostics& diagnostics_;
    int documents_ = 0;
};

}  // namespace

bool read_yaml(const Sources& sources, std::uint32_t source, TextTreeBuilder& builder, Diagnostics& diagnostics) {
    const std::string_view text = sources.text(source);
    YamlListener listener(text, source, builder, diagnostics);
    std::istringstream stream{std::string(text)};
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(listener)) {
        }
    } catch (const Stop&) {
        return false;
    } catch (const YAML::Exception& exception) {
        listener.report(exception);
        return false;
    }
    return true;
}

}  // namespace labourlex
