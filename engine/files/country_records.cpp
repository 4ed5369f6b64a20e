#include "engine/files/country_records.hpp"

#include "engine/cases/case_file.hpp"
#include "engine/facts/csv.hpp"
#include "engine/files/text_file.hpp"
#include "engine/law/statute_book.hpp"

#include <algorithm>

namespace labourlex {

namespace fs = std::filesystem;

namespace {

/// The law that says which country ratified what.
const std::string law_of_ratifications = "ilo";

/// The reading of one folder; stops at the first file that is there and cannot be read.
class RecordReader {
public:
    RecordReader(fs::path folder, Sources& sources, Diagnostics& diagnostics)
        : folder_(std::move(folder)), sources_(sources), diagnostics_(diagnostics) {}

    bool rows(CountryRecords& records) {
        const fs::path path = folder_ / "rows.csv";
        if (!exists(path)) return true;
        const auto source = read_text_file(path, max_data_file_bytes, sources_, diagnostics_);
        if (!source) return false;
        const auto lines = read_csv(sources_, *source, diagnostics_);
        if (!lines) return false;
        records.has_rows = true;
        for (std::size_t line = 1; line < lines->size(); ++line) {  // the first holds the titles
            const CsvLine& columns = (*lines)[line];
            if (columns.size() < 2) continue;
            if (columns[1].text == "encoded") {
                ++records.rows_encoded;
            } else {
                records.rows_left_out.push_back({columns[0].text, columns.size() > 2 ? columns[2].text : ""});
            }
        }
        return true;
    }

    bool cases(CountryRecords& records) {
        std::vector<fs::path> files;
        std::error_code error;
        for (fs::directory_iterator at(folder_ / "cases", error), end; !error && at != end; at.increment(error)) {
            if (at->path().extension() == ".yaml") files.push_back(at->path());
        }
        std::sort(files.begin(), files.end());
        for (const fs::path& file : files) {
            const auto source = read_text_file(file, max_case_file_bytes, sources_, diagnostics_);
            if (!source) return false;
            const auto tree =
                read_job_text(sources_, *source, JobTextFormat::yaml, diagnostics_, true, max_case_file_bytes);
            if (!tree) return false;
            records.cases.push_back({file.stem().string(), read_cases(*tree, diagnostics_).size()});
            if (diagnostics_.has_errors()) return false;
        }
        return true;
    }

    bool check_first(CountryRecords& records) {
        const fs::path path = folder_ / "check-first.md";
        if (!exists(path)) return true;
        const auto source = read_text_file(path, max_data_file_bytes, sources_, diagnostics_);
        if (!source) return false;
        std::string_view text = sources_.text(*source);
        while (text.ends_with('\n')) text.remove_suffix(1);
        records.check_first = text;
        return true;
    }

private:
    static bool exists(const fs::path& path) {
        std::error_code error;
        return fs::exists(path, error);
    }

    fs::path folder_;
    Sources& sources_;
    Diagnostics& diagnostics_;
};

std::string title_of(const CompiledLaw& law, const std::string& instrument) {
    for (const EnactedInstrument& enacted : law.book().instruments) {
        if (enacted.instrument.name == instrument) return enacted.instrument.title;
    }
    return instrument;
}

/// Adds what `law` says of the country. What two laws say of one convention is told once.
void add_ratifications(const CompiledLaw& law, const std::string& country, CountryRecords& records) {
    for (const Ratification& ratification : law.ratifications()) {
        if (ratification.country != country) continue;
        const bool told = std::any_of(
            records.conventions.begin(), records.conventions.end(),
            [&](const BoundConvention& known) { return known.ratification.convention == ratification.convention; });
        if (!told) records.conventions.push_back({title_of(law, ratification.convention), ratification});
    }
}

}  // namespace

std::optional<CountryRecords> read_country_records(RulesetFolder& folder, const std::string& name,
                                                   const CompiledLaw& law, Sources& sources, Diagnostics& diagnostics) {
    CountryRecords records;
    records.name = name;
    RecordReader reader(folder.path() / name, sources, diagnostics);
    if (!reader.rows(records) || !reader.cases(records) || !reader.check_first(records)) return std::nullopt;
    const auto& folders = folder.folders();
    if (name != law_of_ratifications &&
        std::find(folders.begin(), folders.end(), law_of_ratifications) != folders.end()) {
        const auto ilo = folder.law(law_of_ratifications, {}, diagnostics);
        if (ilo == nullptr) return std::nullopt;
        add_ratifications(*ilo, name, records);
    }
    add_ratifications(law, name, records);
    return records;
}

}  // namespace labourlex
