package dev.scripta.adapters.http.export;

import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.Gap;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a document tells: of a conversation all that was said and made of it, of an analysis alone just that. */
final class ConversationPaper {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private ConversationPaper() {}

    static Paper of(Conversation conversation, Optional<String> subject) {
        Transcript transcript = conversation.content().transcript();
        OffsetDateTime created = conversation.createdAt().atOffset(ZoneOffset.UTC);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.field(0, "Session", conversation.key().session().abbreviated()));
        blocks.add(Block.field(0, "Recorded", time(created)));
        if (!conversation.updatedAt().equals(conversation.createdAt())) {
            blocks.add(Block.field(0, "Changed", time(conversation.updatedAt().atOffset(ZoneOffset.UTC))));
        }
        transcript.language().ifPresent(language -> blocks.add(Block.field(0, "Language", language)));
        transcript.engine().ifPresent(engine -> blocks.add(Block.field(0, "Recognised by", engine)));
        blocks.addAll(AnalysisBlocks.of(conversation.content().analysis().json()));
        blocks.add(Block.heading(2, "Transcript"));
        blocks.add(Block.prose(transcript.hasSpeech() ? transcript.text() : AnalysisBlocks.NOTHING));
        if (!transcript.isComplete()) {
            blocks.add(Block.heading(2, "Words are missing"));
            transcript.gaps().forEach(gap -> blocks.add(Block.item(0, stretch(gap))));
        }
        String title = subject.map(Lines::joined).filter(text -> !text.isBlank()).orElse("Conversation");
        return new Paper(title, transcript.language(), created, blocks);
    }

    static Paper report(SessionId session, JsonObject analysis, OffsetDateTime printed) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.field(0, "Session", session.abbreviated()));
        blocks.add(Block.field(0, "Printed", time(printed)));
        blocks.addAll(AnalysisBlocks.of(analysis));
        return new Paper("Report", Optional.empty(), printed, blocks);
    }

    private static String time(OffsetDateTime time) {
        return TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String stretch(Gap gap) {
        return new CueTime(gap.start()).text('.') + " – " + new CueTime(gap.end()).text('.');
    }
}
