// JSON from nlohmann's SAX parser, which is iterative and builds nothing. It reads through an iterator that counts, so
// that every value has its place; and numbers are taken from the text, so that 4.1 stays 4.1.
#include "engine/facts/job_formats.hpp"
#include "engine/facts/report.hpp"

#include <nlohmann/json.hpp>

#include <iterator>
#include <utility>

namespace labourlex {

namespace {

using Json = nlohmann::json;

/// Goes through a text and keeps, for whoever made it, how many bytes were taken.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t* taken) : at_(at), taken_(taken) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        ++*taken_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    [[maybe_unused]] friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
        return a.at_ == b.at_;
    }
    friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return a.at_ != b.at_; }

private:
    const char* at_;
    std::size_t* taken_;
};

class JsonListener final : public nlohmann::json_sax<Json> {
public:
    JsonListener(std::string_view text, std::uint32_t source, TextTreeBuilder& builder, Diagnostics& diagnostics)
        : text_(text), source_(source), builder_(builder), diagnostics_(diagnostics) {}

    [[nodiscard]] std::size_t* taken() { return &taken_; }

    bool null() override { return literal(TextNode::Kind::null); }
    bool boolean(bool /*value*/) override { return literal(TextNode::Kind::boolean); }
    bool number_integer(number_integer_t /*value*/) override { return number(); }
    bool number_unsigned(number_unsigned_t /*value*/) override { return number(); }
    bool number_float(number_float_t /*value*/, const string_t& /*spelling*/) override { return number(); }
    bool string(string_t& value) override { return text(value); }
    bool key(string_t& value) override { return text(value); }
    bool binary(binary_t& /*value*/) override { return false; }  // stands in no JSON text
    bool start_object(std::size_t /*elements*/) override { return begin(TextNode::Kind::mapping); }
    bool start_array(std::size_t /*elements*/) override { return begin(TextNode::Kind::sequence); }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }

    bool parse_error(std::size_t /*position*/, const std::string& /*last_token*/,
                     const Json::exception& exception) override {
        constexpr int number_too_great = 406;
        if (exception.id == number_too_great) {
            const Span span = number_span();
            diagnostics_.report(Code::L0533, span, {shown(slice(span))});
            return false;
        }
        const auto at = static_cast<std::uint32_t>(taken_ == 0 ? 0 : taken_ - 1);
        diagnostics_.report(Code::L0508, Span{source_, at, at}, {reason(exception.what())});
        return false;
    }

private:
    /// What nlohmann says without its own numbering: "[json.exception.parse_error.101] parse error at line 1, column 2:
    /// syntax error while parsing value - unexpected end of input; ..." leaves "unexpected end of input; ...".
    static std::string reason(std::string_view message) {
        for (const std::string_view mark : {" - ", ": "}) {
            const std::size_t found = message.find(mark);
            if (found != std::string_view::npos) return std::string(message.substr(found + mark.size()));
        }
        return std::string(message);
    }

    /// Where the value that was just read begins: only white space, a comma or a colon stand between two of them.
    [[nodiscard]] std::uint32_t token_begin() const {
        return static_cast<std::uint32_t>(std::min(text_.find_first_not_of(" \t\r\n,:", last_end_), text_.size()));
    }
    [[nodiscard]] std::string slice(Span span) const {
        return std::string(text_.substr(span.begin, span.end - span.begin));
    }
    [[nodiscard]] Span number_span() const {
        const std::uint32_t begin = token_begin();
        // The parser reads one character beyond a number to see its end, so the count is of no use here.
        const std::size_t end = std::min(text_.find_first_not_of("+-.0123456789eE", begin), text_.size());
        return {source_, begin, static_cast<std::uint32_t>(end)};
    }
    [[nodiscard]] Span counted_span() const { return {source_, token_begin(), static_cast<std::uint32_t>(taken_)}; }

    bool place(TextNode::Kind kind, Span span, std::string spelling) {
        last_end_ = span.end;
        return builder_.scalar(kind, span, std::move(spelling), false);
    }
    bool literal(TextNode::Kind kind) {
        const Span span = counted_span();
        return place(kind, span, slice(span));
    }
    bool number() {
        const Span span = number_span();
        return place(TextNode::Kind::number, span, slice(span));
    }
    bool text(const std::string& value) {
        const Span span = counted_span();
        if (value.find('\0') != std::string::npos) {  // written as an escape
            diagnostics_.report(Code::L0002, span, {std::to_string(span.begin)});
            return false;
        }
        return place(TextNode::Kind::text, span, value);
    }
    bool begin(TextNode::Kind kind) {
        const std::uint32_t at = token_begin();
        last_end_ = at + 1;
        return builder_.begin(kind, at);
    }
    bool end() {
        last_end_ = token_begin() + 1;
        return builder_.end(last_end_);
    }

    std::string_view text_;
    std::uint32_t source_;
    TextTreeBuilder& builder_;
    Diagnostics& diagnostics_;
    std::size_t taken_ = 0;
    std::uint32_t last_end_ = 0;
};

}  // namespace

bool read_json(const Sources& sources, std::uint32_t source, TextTreeBuilder& builder, Diagnostics& diagnostics) {
    const std::string_view text = sources.text(source);
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return true;  // empty: said by the caller
    JsonListener listener(text, source, builder, diagnostics);
    return Json::sax_parse(CountingIterator(text.data(), listener.taken()),
                           CountingIterator(text.data() + text.size(), listener.taken()), &listener);
}

}  // namespace labourlex
