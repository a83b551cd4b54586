// Function words by language (articles, prepositions, pronouns, auxiliaries, question words), and
// words of asking. Folded as the analyzer folds: no accents, no capitals.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/stop_words.h"

#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace lede {
namespace {

struct WordList {
  std::string_view language;
  std::string_view words;  // separated by spaces
};

constexpr WordList kStopLists[] = {
    {"en",
     "a about across after again against also although am among an and another any are around "
     "as at be because been before being between both but by can could did do does during "
     "each either etc every few for from further had has have he her here him his how however "
     "i if in into is it its just many may me might more most much must my neither no nor not "
     "of on once only or other others our own per same shall she should since so some such "
     "than that the their them then there these they this though through to too toward "
     "towards until upon us very via was we were what when where whether which while who whom "
     "why will with within without would you your"},
    {"de",
     "aber als am an auch auf aus bei beim bin bis da das dass dem den der des die dies diese "
     "dieser doch du durch ein eine einem einen einer eines er es fur haben hat hatte ich ihr im "
     "in ist ja kann kein keine man mit nach nicht noch nur ob oder ohne sein seine sich sie sind "
     "so uber um und uns unter vom von vor war waren was wenn wer wie wir wird wo zu zum zur"},
    {"fr",
     "a ai au aux avec ce ces cet cette comme d dans de des du elle elles en est et etait ete etre "
     "eu il ils j je l la le les leur leurs lui m ma mais me mes moi mon n ne nos notre nous on "
     "ont "
     "ou par pas plus pour qu que quel quelle qui quoi s sa sans se ses si son sont sur t ta te "
     "tes "
     "toi ton tu un une vos votre vous y"},
    {"es",
     "a al como con cual cuando de del desde donde e el ella ellas ellos en entre era es esa ese "
     "eso esta este esto fue ha han hay la las le les lo los mas me mi muy ni no nos o para pero "
     "por que quien se ser si sin sobre son su sus tambien te tu un una unas uno unos y ya yo"},
    {"it",
     "a ad ai al alla alle anche c che chi ci come con cosa d da dal dalla dei del della delle di "
     "dove e ed era gli ha hanno i il in io l la le lei lo loro lui ma me mi ne nei nel nella non "
     "o "
     "per perche piu quale quando quello questa questo se si sono su sua sul sulla suo tra un una "
     "uno"},
    {"pt",
     "a ao aos as com como da das de do dos e ela elas ele eles em entre era essa esse esta este "
     "eu foi ha isso isto ja lhe mais mas me meu minha muito na nao nas no nos o os ou para pela "
     "pelo por qual quando que quem se sem ser seu sua sao tambem te tem um uma voce"},
    {"nl",
     "aan al als bij dan dat de der deze die dit doch door een en er ge geen had heb heeft het hij "
     "hoe hun ik in is je kan maar me met mij mijn naar niet nog nu of om onder ons ook op over te "
     "tot u uit van veel voor waar was wat we wel werd wie wij wil wordt ze zich zij zijn zo"},
    {"sv",
     "alla att av blev bli da de dem den denna det detta dig din du efter ej eller en er ett for "
     "fran ha hade han hans har hennes hon hur i icke ingen inte jag ju kan man med men mig min "
     "mot "
     "ni nu nar och om oss pa sa sig sin ska som till under upp ut vad var vara vem vi vid"},
    {"no",
     "alle at av ble bli da de den denne der det dette du eller en er et etter for fra ha hadde "
     "han "
     "har hun hva hvem hvor i ikke jeg kan med meg men min mot na nar og om opp oss pa seg sin "
     "skal "
     "som til under ut var ved vi vil"},
    {"da",
     "af alle at blev da de dem den der deres det dette dig din du efter eller en er et for fra "
     "ham "
     "han har havde hun hvad hvem hvor i ikke jeg kan med meget men mig min mod nar ned nu og om "
     "op "
     "os over pa sig sin skal som til ud under var ved vi vil"},
    {"ru",
     "а без бы был была были было быть в вам вас вы где да для до его ее ей если есть еще же за и "
     "из или им их к как когда кто ли меня мне мы на над нас не него нет ни но о об он она они оно "
     "от по под при с со так там то тоже только ты у уже что чтобы эта эти это этот я"},
    {"uk",
     "а без би був була були було бути в вам вас ви він вона воно вони де для до є же за з зі і із "
     "й його її їх к коли ли мені ми на над нас не ні но о об от по під при про та так там те ти "
     "то "
     "тільки у хто це цей ця чи що щоб як який я"},
    {"pl",
     "a aby ale bo by byc byl byla bylo co czy dla do gdy gdzie go i ich ja jak jako je jego jej "
     "jest juz kto ktory ktora ktore lub ma mi mnie na nad nie niz o od on ona oni po pod przez "
     "przy sa sie tak tam te ten to tu ty w we wie z za ze"},
    {"tr",
     "ama ancak ben bir biri biz bu cok da daha de degil diye en gibi ha hem her hic icin ile ise "
     "ki kim mi mu ne neden nerede o olan olarak oldu on onlar sen siz su ve veya ya"},
    {"fi",
     "ei ehka en ett etta han he hanen ja jo joka jos kanssa kuin kun kuka me mika minun mina "
     "missa "
     "mutta myos ne niin nyt ole oli olla on ovat se sen sina siina tai tama taman te tuo vaan "
     "vai"},
};

constexpr WordList kRequestLists[] = {
    {"en",
     "anything article articles available concern concerned concerning deal dealing deals "
     "describe described describes describing discuss discussed discusses discussing "
     "discussion especially find give information interest interested list literature looking "
     "paper papers particularly please publication publications reference references "
     "regarding related relating relevant"},
    {"de",
     "angaben artikel aufsatz aufsatze behandeln behandelt beschreiben beschreibt betreffend "
     "bitte finde finden gesucht informationen insbesondere interessiert liste literatur "
     "suche texte thema veroffentlichung veroffentlichungen zeige"},
    {"fr",
     "article articles cherche concernant decrit decrivent documents donner informations "
     "interesse liste litterature notamment particulierement publication publications "
     "recherche references relatif relatifs sujet textes traitant trouver veuillez"},
    {"es",
     "articulo articulos busco concerniente describe describen documentos encontrar "
     "especialmente informacion interesa lista literatura particularmente publicacion "
     "publicaciones referencias relacionado relacionados relativo textos trata tratan"},
};

using WordSet = std::unordered_set<std::string_view>;
using WordSets = std::unordered_map<std::string_view, WordSet>;

WordSet split(std::string_view words) {
  WordSet set;
  while (!words.empty()) {
    const auto end = words.find(' ');
    set.insert(words.substr(0, end));
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
  return set;
}

WordSets sets_of(std::span<const WordList> lists) {
  WordSets all;
  for (const WordList& list : lists) {
    all.emplace(list.language, split(list.words));
  }
  return all;
}

bool contains(const WordSets& sets, std::string_view word, std::string_view language) {
  const auto set = sets.find(language);
  return set != sets.end() && set->second.count(word) > 0;
}

}  // namespace

bool is_stop_word(std::string_view word, std::string_view language) {
  static const WordSets sets = sets_of(kStopLists);
  return contains(sets, word, language);
}

bool is_request_word(std::string_view word, std::string_view language) {
  static const WordSets sets = sets_of(kRequestLists);
  return contains(sets, word, language);
}

}  // namespace lede
