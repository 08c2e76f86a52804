import type { TemplateTask } from '../template.ts'
import { onlyFor, say, task } from './task-words.ts'

/** Tasks that several of the ready-made templates have. Access follows a signed agreement (field.md B1). */
export const usualTasks = {
  welcome: task('welcome-call', 'meeting', 'channelManager', 2, say('Welcome call', '歓迎の打ち合わせ', 'Llamada de bienvenida'), {
    text: say('Introduce each other, say what happens in which order, and who is there for what.', '互いに紹介し、進め方と担当者を伝えます。', 'Presentarse, explicar qué ocurre y en qué orden, y quién atiende cada asunto.'),
  }),
  companyProfile: task('company-profile', 'document', 'management', 5, say('Company profile and tax details', '会社概要と税務情報', 'Perfil de la empresa y datos fiscales'), {
    text: say('Registered name, tax number, bank details, and who may sign.', '登記上の名称、税務番号、銀行口座、署名権限者。', 'Razón social, número fiscal, datos bancarios y quién puede firmar.'), evidence: 'note', approval: true,
  }),
  confidentiality: task('nda', 'agreement', 'management', 3, say('Non-disclosure agreement', '秘密保持契約書', 'Acuerdo de confidencialidad'), { evidence: 'agreementVersion', onRevocation: 'stopAccess', about: 'nda' }),
  personalData: task('data-protection', 'agreement', 'legal', 5, say('Data processing agreement', '個人データ処理契約書', 'Contrato de tratamiento de datos'), {
    when: onlyFor({ places: ['AT', 'BE', 'CH', 'CZ', 'DE', 'DK', 'ES', 'FI', 'FR', 'GB', 'IE', 'IT', 'NL', 'NO', 'PL', 'PT', 'SE'] }), evidence: 'agreementVersion', onRevocation: 'stopAccess', about: 'data-processing',
  }),
  resellerAgreement: task('reseller-agreement', 'agreement', 'management', 10, say('Reseller agreement', '再販業者契約書', 'Contrato de reventa'), { needs: ['nda', 'company-profile'], evidence: 'agreementVersion', approval: true, onRevocation: 'stopAccess', about: 'reseller-agreement' }),
  users: task('portal-users', 'systemAccess', 'onboardingCoordinator', 2, say('Accounts for the partner’s people', 'パートナー担当者のアカウント', 'Cuentas para las personas del socio')),
  contacts: task('contacts', 'document', 'sales', 3, say('People for sales, technology and billing', '営業・技術・請求の担当者', 'Personas de ventas, técnica y facturación'), { evidence: 'note' }),
  priceList: task('price-list', 'document', 'channelManager', 2, say('Prices and tax notes for the region', '地域の価格と税の案内', 'Precios y notas fiscales de la región'), { needs: ['contacts'] }),
  salesTraining: task('sales-training', 'training', 'sales', 10, say('Sales training', '営業トレーニング', 'Capacitación de ventas'), { about: 'sales-training' }),
  salesCertificate: task('sales-certificate', 'certification', 'sales', 10, say('Sales certification of one person', '営業担当者1名の認定', 'Certificación de ventas de una persona'), { needs: ['sales-training'], evidence: 'certificate', about: 'LIRA-SALES' }),
  technicalTraining: task('technical-training', 'training', 'technical', 15, say('Technical training', '技術トレーニング', 'Capacitación técnica'), { about: 'technical-training' }),
  technicalCertificate: task('technical-certificate', 'certification', 'technical', 10, say('Technical certification of one person', '技術担当者1名の認定', 'Certificación técnica de una persona'), { needs: ['technical-training'], evidence: 'certificate', about: 'LIRA-IMPLEMENT', onRevocation: 'stopAccess' }),
  demonstration: task('demonstration', 'meeting', 'sales', 5, say('A demonstration, given to us', '製品デモの実演', 'Una demostración, hecha ante nosotros'), { text: say('Show the product as to a customer; we play the customer.', '当社を顧客に見立てて製品を紹介していただきます。', 'Presentar el producto como a un cliente; nosotros hacemos de cliente.'), evidence: 'note', approval: true }),
  businessPlan: task('business-plan', 'document', 'management', 10, say('Plan for the first year', '初年度の計画', 'Plan del primer año'), { evidence: 'note', approval: true }),
  firstDeal: task('first-deals', 'meeting', 'channelManager', 10, say('First three customers to speak to', '最初に訪問する3社', 'Los tres primeros clientes con quienes hablar'), { evidence: 'note' }),
  caseStudy: task('case-study', 'document', 'sales', 20, say('A customer story for the region', '地域のお客様の成功のストーリー', 'Un caso de éxito de la región'), { required: false, evidence: 'link' }),
  readiness: task('readiness-review', 'review', 'channelManager', 3, say('Review: ready to sell', '準備完了の確認', 'Revisión: listo para vender'), { evidence: 'note' }),
} as const satisfies Readonly<Record<string, TemplateTask>>

export const usualStages = {
  agree: { key: 'agree', title: say('Agree', '契約', 'Acordar') },
  prepare: { key: 'prepare', title: say('Prepare', '準備', 'Preparar') },
  learn: { key: 'learn', title: say('Learn', '学習', 'Aprender') },
  sell: { key: 'sell', title: say('Begin to sell', '販売開始', 'Empezar a vender') },
} as const
