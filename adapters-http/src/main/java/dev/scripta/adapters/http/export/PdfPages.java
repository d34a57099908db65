package dev.scripta.adapters.http.export;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** Numbers the pages. */
final class PdfPages extends PdfPageEventHelper {

    private static final float ABOVE_EDGE = 24;

    private final Font font;

    PdfPages(Font font) {
        this.font = font;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        ColumnText.showTextAligned(writer.getDirectContent(), Element.ALIGN_CENTER,
                new Phrase(Integer.toString(writer.getPageNumber()), font),
                (document.left() + document.right()) / 2, ABOVE_EDGE, 0);
    }
}
