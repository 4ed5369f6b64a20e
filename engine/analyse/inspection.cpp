#include "engine/analyse/inspection.hpp"

#include "engine/analyse/finding_words.hpp"

#include <fmt/format.h>

namespace labourlex::analyse {

namespace {

/// Characters of the law that a message quotes.
constexpr std::size_t longest_quote = 90;

/// The longest beginning of at most `most` bytes that cuts no character.
std::string cut(std::string text, std::size_t most) {
    if (text.size() <= most) {
        return text;
    }
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) {
        --most;
    }
    return text.substr(0, most) + std::string(finding_texts.cut_off);
}

}  // namespace

Inspection::Inspection(SingleLaw& law_of_day, const StatuteBook& statute_book, const Sources& all_sources,
                       std::function<bool(Span)> wanted, std::optional<Date> another_day, Diagnostics& found)
    : law(law_of_day),
      book(statute_book),
      sources(all_sources),
      wanted_(std::move(wanted)),
      another_day_(another_day),
      found_(found) {
    for (NormIndex index = 0; index < version().norms.size(); ++index) {
        if (this->wanted(version().norms[index].span)) {
            norms_.push_back(index);
        }
    }
}

Diagnostic& Inspection::report(Code code, NormIndex index, std::vector<std::string> words, std::optional<Span> place) {
    return report(code, place.value_or(norm(index).span), std::move(words));
}

Diagnostic& Inspection::report(Code code, Span span, std::vector<std::string> words) {
    Diagnostic& finding = found_.report(code, span, std::move(words));
    if (another_day_) {
        finding.related.push_back({span, fmt::format(fmt::runtime(finding_texts.as_it_stood), another_day_->text())});
    }
    return finding;
}

void Inspection::add_example(Diagnostic& finding, Diagram where, const AlsoTrue& also) {
    const auto witness = law.example(where, also);
    if (!witness) {
        return;
    }
    std::vector<std::string> facts;
    for (const WitnessFact& fact : witness->facts) {
        facts.push_back(fmt::format(fmt::runtime(finding_texts.fact_and_value), fact.title, fact.text));
    }
    facts.insert(facts.end(), witness->law_open.begin(), witness->law_open.end());
    finding.related.push_back({finding.span, facts.empty()
                                                 ? std::string(finding_texts.example_anything)
                                                 : fmt::format(fmt::runtime(finding_texts.example),
                                                               fmt::join(facts, finding_texts.example_separator))});
}

std::string Inspection::quoted(Span span) const {
    std::string line;
    for (const char c : sources.slice(span)) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    return cut(std::move(line), longest_quote);
}

std::string Inspection::named(const std::vector<NormIndex>& norms) const {
    std::vector<std::string> names;
    for (const NormIndex index : norms) {
        names.push_back(fmt::format(fmt::runtime(finding_texts.name), norm(index).name));
    }
    return fmt::format("{}", fmt::join(names, finding_texts.separator));
}

std::string Inspection::act_of(const Citation& citation) const {
    return citation.instrument < version().instruments.size() ? version().instruments[citation.instrument].title : "";
}

}  // namespace labourlex::analyse
