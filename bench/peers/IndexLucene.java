// Indexes a TSV of articles (number, title, text) with Lucene: exact words with positions, stems with
// frequencies, the title's words by themselves, and the text. SPDX-License-Identifier: GPL-3.0-or-later
// Usage: java IndexLucene.java ARTICLES.tsv FOLDER THREADS
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

public class IndexLucene {
  static FieldType stems() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  static final FieldType STEMS = stems();

  static Document documentOf(String line) {
    String[] columns = line.split("\t", 3);
    Document document = new Document();
    document.add(new StringField("id", columns[0], Field.Store.YES));
    document.add(new TextField("title", columns[1], Field.Store.YES));
    document.add(new StoredField("text", columns[2]));
    for (int i = 1; i <= 2; ++i) {
      document.add(new TextField("words", columns[i], Field.Store.NO));
      document.add(new Field("stems", columns[i], STEMS));
    }
    return document;
  }

  public static void main(String[] arguments) throws Exception {
    var analyzer = new PerFieldAnalyzerWrapper(new StandardAnalyzer(),
        Map.of("stems", new EnglishAnalyzer()));
    var config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(512);
    try (var writer = new IndexWriter(FSDirectory.open(Path.of(arguments[1])), config);
        BufferedReader articles =
            Files.newBufferedReader(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(arguments[2]); ++i) {
        Thread thread = new Thread(() -> {
          try {
            while (true) {
              String line;
              synchronized (articles) {
                line = articles.readLine();
              }
              if (line == null) {
                return;
              }
              writer.addDocument(documentOf(line));
            }
          } catch (Exception failure) {
            failure.printStackTrace();
            System.exit(1);
          }
        });
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
      writer.commit();
    }
  }
}
