package org.nificrm.matching.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Reads text that is compared word by word. Han text, which has no spaces, is read as overlapping pairs of characters.
 */
final class WordsReader implements ValueReader {
    private final UnaryOperator<String> reduction;
    private final TextCache<Token> tokens = new TextCache<>();

    /** @param reduction applied to the folded text, for example to remove legal forms */
    WordsReader(final UnaryOperator<String> reduction) {
        this.reduction = reduction;
    }

    @Override
    public Value read(final String raw) {
        final String folded = Fold.fold(raw);
        final String reduced = reduction.apply(folded);
        final String text = reduced.isEmpty() ? folded : reduced;
        if (text.isEmpty()) {
            return null;
        }

        final List<Token> words = new ArrayList<>();
        for (final String word : text.split(" ")) {
            if (word.length() > 2 && Fold.isHan(word.charAt(0))) {
                for (int i = 0; i < word.length() - 1; i++) {
                    words.add(token(word.substring(i, i + 2)));
                }
            } else {
                words.add(token(word));
            }
        }

        return new WordsValue(text, words.toArray(Token[]::new));
    }

    private Token token(final String word) {
        final TextCache.Entry<Token> known = tokens.get(word);
        if (known != null) {
            return known.value();
        }

        final Token token = new Token(word);
        tokens.put(word, token);
        return token;
    }
}
