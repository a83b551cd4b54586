// Times queries with Lucene: ten ids, and ten with highlighted passages by the UnifiedHighlighter.
// SPDX-License-Identifier: GPL-3.0-or-later
// Usage: java SearchLucene FOLDER QUERIES.tsv PASSES
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

public class SearchLucene {
  static final int PAGE = 10;
  static final Analyzer EXACT = new StandardAnalyzer();
  static final Analyzer STEMS = new EnglishAnalyzer();

  final IndexSearcher searcher;
  final UnifiedHighlighter highlighter;

  SearchLucene(String folder) throws IOException {
    searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(Path.of(folder))));
    var analyzer = new PerFieldAnalyzerWrapper(EXACT, Map.of("stems", STEMS));
    highlighter = new UnifiedHighlighter(searcher, analyzer) {
      @Override  // one stored text serves both fields
      protected List<CharSequence[]> loadFieldValues(
          String[] fields, DocIdSetIterator documents, int cacheCharacters) throws IOException {
        return super.loadFieldValues(new String[] {"text"}, documents, cacheCharacters);
      }
    };
  }

  /** Words by their stems, phrases and prefixes by the exact words, as Lede and Xapian do. */
  static Query parse(String kind, String text) {
    QueryBuilder stems = new QueryBuilder(STEMS);
    if (kind.startsWith("phrase")) {
      return new QueryBuilder(EXACT).createPhraseQuery("words", text.replace("\"", ""));
    }
    if (kind.startsWith("prefix")) {
      return new PrefixQuery(new Term("words", text.replace("*", "").toLowerCase()));
    }
    var occur = kind.equals("and_common") ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD;
    return stems.createBooleanQuery("stems", text.replace(" AND ", " ").replace(" OR ", " "), occur);
  }

  TopDocs ids(Query query) throws IOException {
    return searcher.search(query, PAGE);
  }

  int passages(Query query, String field) throws IOException {
    TopDocs top = ids(query);
    int length = 0;
    for (ScoreDoc hit : top.scoreDocs) {
      Document document = searcher.doc(hit.doc, java.util.Set.of("title"));
      length += document.get("title").length();
    }
    for (String passage : highlighter.highlight(field, query, top, 2)) {
      length += passage == null ? 0 : passage.length();
    }
    return length;
  }

  static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  public static void main(String[] arguments) throws IOException {
    SearchLucene engine = new SearchLucene(arguments[0]);
    List<String> lines = Files.readAllLines(Path.of(arguments[1]), StandardCharsets.UTF_8);
    int passes = Integer.parseInt(arguments[2]);
    int warm = Math.max(3, 3000 / lines.size());  // passes until the compiler has seen all of it
    double[][] ids = new double[lines.size()][passes];
    double[][] passages = new double[lines.size()][passes];
    long[] found = new long[lines.size()];
    long sink = 0;
    for (int pass = -warm; pass < passes; ++pass) {
      for (int i = 0; i < lines.size(); ++i) {
        String[] columns = lines.get(i).split("\t", 2);
        String field = columns[0].startsWith("p") ? "words" : "stems";
        long begin = System.nanoTime();
        Query query = parse(columns[0], columns[1]);
        if (query != null) {
          found[i] = engine.ids(query).totalHits.value;
        }
        long middle = System.nanoTime();
        query = parse(columns[0], columns[1]);
        sink += query == null ? 0 : engine.passages(query, field);
        long end = System.nanoTime();
        if (pass >= 0) {
          ids[i][pass] = (middle - begin) / 1e6;
          passages[i][pass] = (end - middle) / 1e6;
        }
      }
    }
    for (int i = 0; i < lines.size(); ++i) {
      System.out.println(lines.get(i) + "\t" + found[i] + "\t" + median(ids[i]) + "\t" + median(passages[i]));
    }
    System.err.println(sink);
  }
}
