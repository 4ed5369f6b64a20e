// The sections of a page of a jurisdiction. A section that has nothing to tell leaves itself out.
#pragma once

#include "engine/law/statute_book.hpp"
#include "engine/render/country_page.hpp"
#include "engine/render/markdown.hpp"

namespace labourlex::country {

struct PageContext {
    const CompiledLaw& law;
    const StatuteBook& book;
    std::shared_ptr<const Version> version;
    const CountryRecords& records;
    const Words& words;
    MarkdownText& page;
};

/// Words for a cell, ready for Markdown.
[[nodiscard]] std::string evidence_cell(const PageContext& context, Evidence evidence);
/// The name of an instrument as its statements write it.
[[nodiscard]] std::string instrument_cell(const PageContext& context, const Instrument& instrument);
/// Instrument and provision.
[[nodiscard]] std::string source_cell(const PageContext& context, const Citation& citation);
/// When something with these bounds is in force: "2016-07-23 to 2020-01-01", "from about 2017-03-18".
[[nodiscard]] std::string period_cell(const PageContext& context, const Bounds& bounds);

// What is encoded and how it is known (country_page.cpp).
void add_instruments(PageContext& context);
void add_evidence(PageContext& context);
void add_lists(PageContext& context);

// What is unknown (country_page_doubts.cpp).
void add_unseen(PageContext& context);
void add_questions(PageContext& context);
void add_edges(PageContext& context);
void add_notes(PageContext& context);

// What stands beside the law (country_page_records.cpp).
void add_parameters(PageContext& context);
void add_seasons(PageContext& context);
void add_conventions(PageContext& context);
void add_ratifications(PageContext& context);
void add_rows(PageContext& context);
void add_cases(PageContext& context);

}  // namespace labourlex::country
