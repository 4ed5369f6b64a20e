#include "engine/find/words.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <array>

namespace labourlex::find {

namespace {

constexpr std::array<std::string_view, 18> silent = {"a",   "an", "and", "at", "by", "for", "in", "nec", "of",
                                                     "on",  "or", "the", "to", "в",  "и",   "на", "по",  "с"};

char32_t lower(char32_t letter) {
    if ((letter >= U'A' && letter <= U'Z') || (letter >= U'А' && letter <= U'Я')) {
        return letter + 32;
    }
    if (letter == U'Ё' || letter == U'ё') {
        return U'е';   // written either way
    }
    return letter;
}

bool belongs_to_a_word(char32_t letter) {
    return (letter >= U'a' && letter <= U'z') || (letter >= U'0' && letter <= U'9') || letter >= 0xC0;
}

void append(std::string& text, char32_t letter) {
    if (letter < 0x80) {
        text += static_cast<char>(letter);
    } else if (letter < 0x800) {
        text += static_cast<char>(0xC0U | (letter >> 6U));
        text += static_cast<char>(0x80U | (letter & 0x3FU));
    } else if (letter < 0x10000) {
        text += static_cast<char>(0xE0U | (letter >> 12U));
        text += static_cast<char>(0x80U | ((letter >> 6U) & 0x3FU));
        text += static_cast<char>(0x80U | (letter & 0x3FU));
    } else {
        text += static_cast<char>(0xF0U | (letter >> 18U));
        text += static_cast<char>(0x80U | ((letter >> 12U) & 0x3FU));
        text += static_cast<char>(0x80U | ((letter >> 6U) & 0x3FU));
        text += static_cast<char>(0x80U | (letter & 0x3FU));
    }
}

}  // namespace

void Words::Release::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Words::Words() : english_(sb_stemmer_new("english", nullptr)), russian_(sb_stemmer_new("russian", nullptr)) {}

Words::~Words() = default;

std::vector<std::string> Words::of(std::string_view text) const {
    std::vector<std::string> result;
    std::string word;
    bool cyrillic = false;
    const auto finish = [&] {
        if (!word.empty() && std::find(silent.begin(), silent.end(), word) == silent.end()) {
            sb_stemmer* stemmer = (cyrillic ? russian_ : english_).get();
            const sb_symbol* stem = stemmer == nullptr
                                        ? nullptr
                                        : sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                                                          static_cast<int>(word.size()));
            if (stem != nullptr) {
                word.assign(reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer)));
            }
            result.push_back(word);
        }
        word.clear();
        cyrillic = false;
    };
    for (const char32_t read : code_points(text)) {
        const char32_t letter = lower(read);
        if (letter == U'\'' || letter == U'’') {
            continue;
        }
        if (!belongs_to_a_word(letter)) {
            finish();
            continue;
        }
        cyrillic = cyrillic || (letter >= 0x400 && letter < 0x530);
        append(word, letter);
    }
    finish();
    return result;
}

std::u32string code_points(std::string_view text) {
    std::u32string result;
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        char32_t letter = length == 1 ? first : first & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k) {
            letter = (letter << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        }
        result += letter;
        i += length;
    }
    return result;
}

std::size_t letters_apart(std::u32string_view a, std::u32string_view b, std::size_t most) {
    if (a.size() > b.size() + most || b.size() > a.size() + most) {
        return most + 1;
    }
    std::vector<std::size_t> two_up(b.size() + 1);
    std::vector<std::size_t> up(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        up[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({up[j] + 1, row[j - 1] + 1, up[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], two_up[j - 2] + 1);
            }
            least = std::min(least, row[j]);
        }
        if (least > most) {
            return most + 1;
        }
        two_up.swap(up);
        up.swap(row);
    }
    return std::min(up[b.size()], most + 1);
}

}  // namespace labourlex::find
