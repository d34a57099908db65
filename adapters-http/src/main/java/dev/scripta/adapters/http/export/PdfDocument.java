package dev.scripta.adapters.http.export;

import java.io.ByteArrayOutputStream;
import java.util.GregorianCalendar;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Writes papers as PDF. All text goes through the library's cells, which know no markup and no addresses; nothing is fetched.
 * The only class that others call of those that need the library: it is loaded with the first document, not at start.
 */
final class PdfDocument {

    /** Bounds time and memory: some 3 MB of text. */
    static final int MOST_PAGES = 1000;

    private static final float MARGIN = 50;
    private static final float PAGE_NUMBER = 8;

    /** The language of labels and headings. */
    private static final String ENGLISH = "en";

    private PdfDocument() {}

    /**
     * The document, which is held in memory.
     *
     * @throws TooManyPagesException when it would have too many pages
     */
    static byte[] of(Paper paper) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        writer.setPdfVersion(PdfWriter.VERSION_1_4);
        PdfFont regular = PdfFont.regular();
        writer.setPageEvent(new PdfPages(regular.size(PAGE_NUMBER)));
        document.addTitle(Lines.joined(paper.title()));
        document.addCreator("Scripta");
        document.open();
        // Document.addCreationDate takes a date and keeps the present one.
        writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(GregorianCalendar.from(paper.date().toZonedDateTime())));
        writer.getExtraCatalog()
                .put(PdfName.LANG, new PdfString(paper.language().orElse(ENGLISH), PdfString.TEXT_UNICODE));
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        PdfLayout layout = new PdfLayout(regular, PdfFont.bold(), document, writer);
        layout.add(Block.heading(1, paper.title()));
        paper.blocks().forEach(layout::add);
        document.close();
        return bytes.toByteArray();
    }
}
