// Articles, pronouns, prepositions, conjunctions, auxiliaries and the adverbs of grammar. Words are compared by their near
// folding, so accents and case make no difference. Chinese and Japanese are cut into single characters, and so are these.

extension StopWords {
    /// The list for a document: by its own language, else by the script of a text that is mostly not ASCII, else English.
    static func list(for document: Document, characters: CharacterTally) -> StopWords {
        if let language = document.language { return lists[language.code] ?? none }
        guard characters.nonASCIICount * 4 > characters.count, let script = Script(of: document.utf8) else {
            return english
        }
        return script.commonLanguage.flatMap { lists[$0.code] } ?? none
    }

    /// The languages that have a list, by their codes.
    static let languages = ["en"] + texts.map(\.language)

    /// The hashes of the words of every list, for a look that does not ask for the language.
    static let hashesOfAllLanguages = languages.flatMap { lists[$0]?.hashes ?? [] }

    /// No words, for a language without a list.
    static let none = StopWords("")

    private static let lists: [String: StopWords] = {
        var lists = ["en": english]
        for (code, text) in texts { lists[code] = StopWords(text) }
        return lists
    }()

    private static let texts: [(language: String, words: String)] = [
        (
            "de",
            """
            ab aber alle allem allen aller alles als also am an andere anderen anderer anderes ans auch auf aus bei beim bin
            bis bist da dabei dadurch dafür damit danach dann daran darauf daraus darin darüber das dass davon dazu dein
            deine dem den denen denn der deren des dessen deshalb dich die dies diese diesem diesen dieser dieses dir doch
            dort du durch ein eine einem einen einer eines er es etwas euch euer für gegen hat hatte hatten habe haben hier
            hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes jedoch jene
            jetzt kann kein keine keinem keinen keiner können konnte konnten man mehr mein meine mich mir mit muss müssen
            nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit sich sie sind so sobald
            solche soll sollen sollte sondern sonst sowie über um und uns unser unsere unter vom von vor während war waren
            was weil welche welchem welchen welcher welches wenn wer werde werden wie wieder will wir wird wo wollen worden
            wurde wurden zu zum zur zwar zwischen
            """
        ),
        (
            "fr",
            """
            à afin ai ainsi alors après au aucun aucune aussi autre autres aux avait avaient avant avec avoir avons ayant car
            ce ceci cela celle celles celui cependant ces cet cette ceux chaque chez comme comment d dans de depuis des donc
            dont du durant elle elles en encore enfin entre es est et étaient était été être eu eux fait il ils j je jusque
            l la là laquelle le lequel les lesquels leur leurs lors lorsque lui m ma mais malgré me même mêmes mes moi moins
            mon n ne ni non nos notre nous on ont or ou où par parce parmi pas pendant peu peut plus pour pourquoi puis
            puisque qu quand que quel quelle quelles quels qui quoi quoique s sa sans se selon sera seront ses si sien sinon
            soi soit son sont sous sur t ta tandis tant te tel telle telles tels tes toi ton toujours tous tout toute toutes
            très trop tu un une vers voici voilà vos votre vous y
            """
        ),
        (
            "es",
            """
            a al algo algún alguna algunas alguno algunos ante antes aquel aquella aquellas aquellos aquí así aun aún aunque
            bajo bien cada como cómo con contra cual cuál cuales cualquier cuando cuándo cuanto de del desde donde dónde
            durante e el él ella ellas ellos en entonces entre era eran es esa esas ese eso esos esta está están estaba
            estaban estas este esto estos fue fueron ha había habían han hasta hay la las le les lo los más me mi mientras
            mis muy nada ni ningún ninguna no nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para
            pero poco por porque pues que qué quien quién quienes se sea según ser será si sí sido sin sino sobre son su sus
            tal también tampoco tan tanto te tiene tienen toda todas todo todos tras tu tú tus un una unas uno unos usted
            ustedes vosotros y ya yo
            """
        ),
        (
            "it",
            """
            a ad agli ai al alla alle allo altra altre altri altro anche ancora avere aveva avevano c che chi ci ciò coi col
            come con contro cosa così cui d da dagli dai dal dalla dalle dallo degli dei del della delle dello dentro di dopo
            dove due dunque durante e è ed era erano essere fino fra fu furono già gli ha hanno ho i il in infatti io l la le
            lei li lo loro lui ma me mentre mi mia mie miei mio molto ne né negli nei nel nella nelle nello nessuno noi non
            nostra nostre nostri nostro o ogni oltre oppure per perché però più poi poiché prima proprio pure qual quale quali
            quando quanto quasi quella quelle quelli quello questa queste questi questo qui quindi se sé sempre senza si sia
            siamo sono sopra sotto sta stata state stati stato su sua sue sugli sui sul sulla sulle sullo suo suoi tale tanto
            te ti tra troppo tu tua tue tuo tuoi tutta tutte tutti tutto un una uno vi voi vostra vostro
            """
        ),
        (
            "pt",
            """
            a à ainda algo alguém algum alguma algumas alguns além ante antes ao aos apenas após aquela aquelas aquele aqueles
            aquilo as às assim até bem cada com como contra cuja cujo da daquela daquele das de dela delas dele deles depois
            desde dessa desse desta deste do dos durante e é ela elas ele eles em embora enquanto então entre era eram essa
            essas esse esses esta está estão estas estava este estes eu foi foram há isso isto já lhe lhes logo mais mas me
            mesma mesmo meu meus minha minhas muito na nas não nem nenhum nenhuma nessa nesse nesta neste no nos nós nossa
            nossas nosso nossos num numa o onde os ou outra outras outro outros para pela pelas pelo pelos per perante pois
            por porém porque qual quais qualquer quando quanto que quem se seja sem sempre sendo ser será seu seus si sido
            sob sobre sua suas tal também tanto te tem têm tinha toda todas todo todos tu um uma umas uns você vocês
            """
        ),
        (
            "nl",
            """
            aan achter al alle alleen alles als altijd andere anders ben bij binnen boven buiten daar daarom dan dat de deze
            die dit doch doen door dus een en enkele er ervan ge geen geweest had hadden heb hebben heeft hem hen het hier
            hij hoe hun ieder iemand iets ik in indien is ja je jij jou jouw jullie kan kon konden kunnen maar me meer men met
            mij mijn moet moeten mogen na naar naast niet niets nog nu of om omdat onder ons onze ook op over reeds sinds te
            tegen ten tenzij ter terwijl tijdens toch toen tot totdat tussen u uit uw van vanaf veel via volgens voor voordat
            waar waarom want waren was wat we weer wel welk welke werd werden wie wij wil willen worden wordt ze zei zelf zich
            zij zijn zo zoals zonder zou zouden zullen
            """
        ),
        (
            "ru",
            """
            а без более больше бы был была были было быть в вам вами вас ваш ваша ваше ваши весь во вот все всё всего всех вы
            где да даже для до его ее её ей ему если есть еще ещё же за затем и из из-за или им ими их к каждый как какая
            какой каких когда кого ко которая которого которое которой которые который которых кроме кто куда ли либо лишь
            между меня мне мой моя мы на над надо нам нами нас наш наша наше наши не него нее неё ней нет ни ними них но ну о
            об оба однако он она они оно от перед по под после потому поэтому при про с сам сама себе себя свое своего своей
            свои своих свой со также такая такие такой там тебе тебя тем теперь то тогда того тоже той только том тот ту ты у
            уже хотя чего чем через что чтобы эта эти этих это этого этой этом этот эту я
            """
        ),
        (
            "zh",
            """
            的 了 在 是 我 你 您 他 她 它 们 們 这 這 那 此 其 之 和 与 與 及 或 而 且 但 也 都 就 还 還 又 再 很 更 最 不 没 沒 无 無 有 为 為 以
            于 於 从 從 到 向 对 對 把 被 让 讓 给 給 由 因 所 如 若 则 則 虽 雖 然 吗 嗎 呢 吧 啊 哪 谁 誰 什 么 麼 着 著 过 過 将 將 会 會
            能 可 要 已 才 只 各 每 某 自 并 並 即
            """
        ),
        (
            "ja",
            """
            の は が を に へ と で も や か ね よ な た だ て し れ ら る い う あ こ そ ど ま す せ ん っ さ り ば き く け お 其 此 之
            """
        ),
    ]
}
